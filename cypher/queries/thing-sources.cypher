// Where things were read.
UNWIND $keys AS key
MATCH (n:Node {id: key})
RETURN key, n.sources AS answer
