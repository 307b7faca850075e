/**
 * Writes the operations of the pages as a table from name to text, each with the fragments that it needs. The service
 * asks them once before people do (`src/commands/warm-up.ts`).
 */
const { concatAST, print, separateOperations } = require('graphql');

module.exports = {
  plugin(_schema, documents) {
    const all = concatAST(documents.flatMap(({ document }) => (document ? [document] : [])));
    const texts = Object.entries(separateOperations(all)).map(([name, document]) => [name, print(document)]);
    return JSON.stringify(Object.fromEntries(texts));
  },
};
