// How many lines documents have, and what they say: null where their text was not imported.
UNWIND $keys AS key
MATCH (d:Node {id: key})
RETURN key, [d.lineCount, d.content] AS answer
