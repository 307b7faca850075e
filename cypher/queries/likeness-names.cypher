// What the things that can be alike are called at a stage.
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n.id AS id, coalesce(n['name@' + $stage], n.name) AS name
