"""The night's work as polars does it: both lists typed, into Parquet, matched both ways, compared, counted."""
import sys

import polars as pl

portal_path, ministry_path, folder = sys.argv[1:4]


def moments(frame, columns, form):
    return frame.with_columns(pl.col(column).str.to_datetime(form, strict=False) for column in columns)


portal = moments(
    pl.read_csv(portal_path, skip_rows=1, infer_schema=False),
    ["Ngày nộp", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả", "Ngày trả kết quả"],
    "%d/%m/%Y %H:%M:%S",
)
ministry = moments(
    pl.read_csv(ministry_path, skip_rows=1, infer_schema=False),
    ["Ngày tiếp nhận", "Ngày hẹn", "Ngày đăng ký"],
    "%d/%m/%Y %H:%M",
)
portal.write_parquet(f"{folder}/portal.parquet")
ministry.write_parquet(f"{folder}/ministry.parquet")
mine = ministry.select(
    code="Mã hồ sơ DVCQG", received_m="Ngày tiếp nhận", due_m="Ngày hẹn", ended_m="Ngày đăng ký", there=pl.lit(True)
)
theirs = portal.select(
    code="Mã hồ sơ", received="Ngày tiếp nhận", due="Ngày hẹn trả", ended="Ngày có kết quả", here=pl.lit(True)
)
compared = theirs.join(mine, on="code", how="full", coalesce=True).with_columns(
    not_on_portal=pl.col("here").is_null(),
    not_at_ministry=pl.col("there").is_null(),
    other_status=pl.col("here") & pl.col("there") & (pl.col("ended").is_null() != pl.col("ended_m").is_null()),
    other_day=pl.col("ended").dt.date() != pl.col("ended_m").dt.date(),
).with_columns(
    ended=pl.coalesce("ended", "ended_m"), due=pl.coalesce("due", "due_m"), received=pl.coalesce("received", "received_m")
).with_columns(late=pl.col("ended").is_null() & (pl.col("due") < pl.datetime(2026, 2, 14)))
counted = compared.filter(pl.col("received").is_between(pl.datetime(2026, 1, 17), pl.datetime(2026, 2, 14), closed="left"))
counted.select(
    received=pl.len(),
    resolved=pl.col("ended").count(),
    in_time=(pl.col("ended") < pl.col("due")).sum(),
    overdue=(pl.col("ended") > pl.col("due")).sum(),
    pending=pl.col("ended").is_null().sum(),
).write_csv(f"{folder}/figures.csv")
kinds = ["not_on_portal", "not_at_ministry", "other_status", "other_day", "late"]
differs = pl.any_horizontal(pl.col(kind).fill_null(False) for kind in kinds)
compared.filter(differs).sort("code").select("code", *kinds).write_csv(f"{folder}/differences.csv")
