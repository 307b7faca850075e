// Where things were read.
UNWIND $keys AS key
MATCH (n:Node {id: key})
RETURN key, [n.sourceDocuments, n.sourceStages, n.sourceFirstLines, n.sourceLastLines] AS answer
