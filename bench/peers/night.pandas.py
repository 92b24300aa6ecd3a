"""The night's work as pandas does it: both lists typed, matched both ways, compared, counted; no database."""
import sys

import pandas as pd

portal_path, ministry_path, folder = sys.argv[1:4]


def typed(path, columns, form):
    frame = pd.read_csv(path, skiprows=1, dtype=str, encoding="utf-8-sig")
    for column in columns:
        frame[column] = pd.to_datetime(frame[column], format=form)
    return frame


portal = typed(
    portal_path,
    ["Ngày nộp", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả", "Ngày trả kết quả"],
    "%d/%m/%Y %H:%M:%S",
)
ministry = typed(ministry_path, ["Ngày tiếp nhận", "Ngày hẹn", "Ngày đăng ký"], "%d/%m/%Y %H:%M")
theirs = portal[["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả"]]
mine = ministry[["Mã hồ sơ DVCQG", "Ngày tiếp nhận", "Ngày hẹn", "Ngày đăng ký"]]
theirs.columns = ["code", "received", "due", "ended"]
mine.columns = ["code", "received_m", "due_m", "ended_m"]
both = theirs.merge(mine, on="code", how="outer", indicator="where")
in_both = both["where"] == "both"
both["not_on_portal"] = both["where"] == "right_only"
both["not_at_ministry"] = both["where"] == "left_only"
both["other_status"] = in_both & (both["ended"].isna() != both["ended_m"].isna())
both["other_day"] = (
    both["ended"].notna() & both["ended_m"].notna() & (both["ended"].dt.normalize() != both["ended_m"].dt.normalize())
)
for column in ["received", "due", "ended"]:
    both[column] = both[column].fillna(both[f"{column}_m"])
both["late"] = both["ended"].isna() & (both["due"] < "2026-02-14")
counted = both[(both["received"] >= "2026-01-17") & (both["received"] < "2026-02-14")]
figures = {
    "received": len(counted),
    "resolved": counted["ended"].count(),
    "in_time": (counted["ended"] < counted["due"]).sum(),
    "overdue": (counted["ended"] > counted["due"]).sum(),
    "pending": counted["ended"].isna().sum(),
}
pd.DataFrame([figures]).to_csv(f"{folder}/figures.csv", index=False)
kinds = ["not_on_portal", "not_at_ministry", "other_status", "other_day", "late"]
both[both[kinds].any(axis=1)].sort_values("code")[["code", *kinds]].to_csv(f"{folder}/differences.csv", index=False)
