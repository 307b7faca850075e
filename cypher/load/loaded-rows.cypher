// What the last load of a municipality wrote: a line for each row, with its digest. Nobody else reads it.
MATCH (l:LoadedRows {municipality: $municipality})
RETURN l.lines AS lines
