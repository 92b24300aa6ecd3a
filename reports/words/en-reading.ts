import { withDetail } from './pieces.ts'
import type { Details } from './pieces.ts'
import type { fileReason as vietnameseFile, rejectReason as vietnameseReject } from './vi-reading.ts'

export const fileReason: typeof vietnameseFile = {
  retracted: (d) => `taken back${withDetail(' by', d['by'])}${withDetail(':', d['why'])}.`,
  link: () => 'this is a link, and links are not followed. Put the file itself into the inbox.',
  too_deep: () => 'this folder lies too deep. Put the files nearer to the inbox.',
  unreadable: () => 'this file cannot be opened. Check the permissions and run again.',
  empty: () => 'the file is empty, a table with a header was expected. Export it again.',
  pdf: () => 'this is a PDF, a table was expected. Export it again as CSV UTF-8.',
  workbook: () =>
    'this is an office file of a kind that is not read (.xlsb, .ods, .docx), .xlsx or CSV UTF-8 was expected. Open it in Excel and save it as .xlsx.',
  zip: () => 'this is a zip, the export itself was expected. Unzip it and put the files in it into the inbox.',
  zip_in_zip: (d: Details) =>
    `there is a zip in a zip in this zip${withDetail(':', d['part'])}, it is opened no further. Unzip it and put the files in it into the inbox.`,
  empty_zip: () => 'there is no file in the zip, at least one export was expected. Zip or export it again.',
  locked_zip: (d: Details) =>
    `the zip has a password${withDetail(', on', d['part'])}, and cannot be opened. Unzip it with the password and put the files in it into the inbox.`,
  large_zip: (d: Details) =>
    `there is too much in the zip${withDetail(', in', d['part'])}${withDetail('; the most files are', d['files'])}${withDetail('; the most bytes are', d['limit'])}; it is not opened, to protect the machine. Unzip it and put the files in it into the inbox.`,
  packing: (d: Details) =>
    `the zip is packed in a way that is not read${withDetail(', in', d['part'])}, an ordinary .zip (deflate) was expected. Unzip it and put the files in it into the inbox.`,
  name_twice: (d: Details) =>
    `two files in the zip have the same name${withDetail(':', d['part'])}, which of them is meant is not known. Remove one and zip again.`,
  several_files: (d: Details) =>
    `there are several files in the zip${withDetail(':', d['files'])}, one was expected to print a table of. Unzip it and look at each.`,
  outside: (d: Details) =>
    `a path in the zip leads out of it${withDetail(':', d['part'])}, it is not opened. Look into where this file came from.`,
  damaged: (d: Details) =>
    `the workbook or zip is damaged or cut short${withDetail(' in', d['part'])} and cannot be opened. Copy or export the file again.`,
  locked: () =>
    'the file has a password and cannot be opened. Open it in Excel, remove the password and save it as .xlsx.',
  too_large: (d: Details) =>
    `the file is too large${withDetail(' in', d['part'])}${withDetail(', at most', d['limit'])} was expected; it is not opened, to protect the machine. Export it again as CSV UTF-8.`,
  two_sheets: (d: Details) =>
    `more than one sheet has a table of some system${withDetail(':', d['sheets'])}, one was expected. Save each sheet as a file of its own.`,
  old_xls: () =>
    'this is an old .xls (before 2007), .xlsx or CSV UTF-8 was expected. Open it in Excel and save it as .xlsx.',
  html: () =>
    'this is a web page (a login page, most often) without a table of any system, a table was expected. Log in to the source again and export once more.',
  xml: () => 'this is XML without a spreadsheet in it, a table was expected. Export it again as CSV UTF-8 or .xlsx.',
  json: () => 'this is JSON, a table was expected. Export it again as CSV UTF-8.',
  binary: () => 'the file is no text, a table was expected. Export it again as CSV UTF-8.',
  endless_line: (d: Details) =>
    `a line is too long${withDetail(', line', d['line'])}, one line a dossier was expected. Export it again as CSV UTF-8.`,
  wrong_encoding: (d: Details) =>
    `some bytes cannot be read as${withDetail('', d['encoding'] ?? 'text')}${withDetail(', on line', d['line'])}, UTF-8 was expected. Save it again as CSV UTF-8.`,
  mojibake: (d: Details) =>
    `the letters were encoded twice, but not everywhere${withDetail(', not on line', d['line'])}, UTF-8 was expected throughout. Export it again as CSV UTF-8.`,
  unknown_header: (d: Details) =>
    `no system has a header like this${withDetail('; found', d['there'])}. Check that it is the right export; tell the developers if the layout is new.`,
  no_ward: () =>
    'nobody can say whose file it is: no code, agency or account in it is of a ward of the configuration. Put it into the folder that is called as the ward’s agency code, or add the ward to the configuration.',
  several_wards: (d: Details) =>
    `the file has dossiers of several wards${withDetail(':', d['units'])}. Export each ward by itself; if it is one ward's all the same, put it into the folder that is called as its agency code.`,
  two_claimants: (d: Details) =>
    `more than one system claims this file${withDetail(':', d['claimants'])}, one was expected. Tell the developers: the layouts have to be told apart.`,
  missing_column: (d: Details) =>
    `a column is missing${withDetail(':', d['sought'])}${withDetail('; the header has', d['there'])}${withDetail('; the nearest is', d['nearest'])}${withDetail('; also missing are', d['also'])}. Export it with all columns, or tell the developers if the column was renamed.`,
  column_twice: (d: Details) =>
    `a column is there twice${withDetail(':', d['column'])}, once was expected. Remove one and export again.`,
  torn: (d: Details) =>
    `the last line${withDetail('', d['line'])} is torn, the copy was not finished. Copy or export the file again.`,
  cut_short: (d: Details) =>
    `too many rows are missing${withDetail(': found', d['read'])}${withDetail(', expected', d['stated'])}. Export the whole again.`,
  cut_short_before: (d: Details) =>
    `the list is much shorter than the one taken before for the same window${withDetail(': found', d['read'])}${withDetail(', before', d['before'])}; the one before still counts. Export the whole again; if it really is that short, export it once more, and that one is taken.`,
  too_many_rejects: (d: Details) =>
    `too many rows cannot be read${withDetail(':', d['rejected'])}${withDetail(' of', d['read'])}. See \`doisoat rejects\`, correct at the source and export again.`,
  not_ready: () => 'the file is still being written. It is tried again at the end of this run, or by the next one.',
}

export const rejectReason: typeof vietnameseReject = {
  missing_columns: (d: Details) =>
    `the row has fewer cells than the header${withDetail(': found', d['value'])}. Look for a line break or a lost delimiter, and correct it at the source.`,
  extra_columns: (d: Details) =>
    `the row has more cells than the header${withDetail(': found', d['value'])}. Look for a delimiter within a cell, and correct it at the source.`,
  missing_value: () => 'the cell is empty, a value was expected. Fill it in at the source.',
  missing_code: () => "there is no dossier's code. Fill it in at the source.",
  invalid_code: (d: Details) =>
    `found${withDetail('', d['value'])}, a dossier's code such as "H24.131-260126-0007" was expected. Correct it at the source.`,
  invalid_date: (d: Details) =>
    `found${withDetail('', d['value'])}, a day of the calendar in this system's style was expected. Correct it at the source.`,
  invalid_number: (d: Details) =>
    `found${withDetail('', d['value'])}, a whole number was expected. Correct it at the source.`,
  invalid_word: (d: Details) =>
    `found${withDetail('', d['value'])}, a known word of this column was expected. Correct it at the source, or tell the developers if the word is new.`,
  unknown_status: (d: Details) =>
    `found${withDetail('', d['value'])}, a known status of this system was expected. Correct it at the source, or tell the developers if the status is new.`,
  spreadsheet_damage: (d: Details) =>
    `found${withDetail('', d['value'])}: a spreadsheet has lost digits that cannot be restored. Export it again and do not open the file in Excel.`,
  swallowed_lines: () =>
    'a quotation mark that is not closed where it should be has swallowed the lines after it. Remove the mark at the source; the other lines were read one by one.',
}
