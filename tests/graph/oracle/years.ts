/** Years as people write them, and which they are. */
export const years: Readonly<Record<string, number>> = {
  R5: 2023,
  令和6年度: 2024,
  Ｒ７: 2025,
  平成30年: 2018,
  H24: 2012,
  令和元年度: 2019,
  '2025年度': 2025,
  FY2026: 2026,
  2021: 2021,
};
