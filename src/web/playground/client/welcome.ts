/** What the first tab of a new visitor holds. */
export const welcome = `# クエリ例を選ぶと、新しいタブで開いて実行します。下のクエリは Ctrl+Enter で実行できます。
# Choose an example to open and run it. Ctrl+Enter runs the query below.

query Municipalities {
  municipalities {
    nodes {
      id
      name
      nameEn
    }
  }
}
`;
