"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const container = document.getElementById("picture");
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const picture = new vis.Network(container, { nodes, edges }, data.options);
picture.fit();

// The period: what was said in other years is hidden, in the picture and in the table.
// A line without a year (0) always holds; a thing is hidden when all its lines are.
const period = document.getElementById("period");
if (period) {
  const [from, until, only, shown] = ["from", "until", "only", "shown"].map((id) => document.getElementById(id));
  const lines = edges.getIds();
  const rows = [...document.querySelectorAll("tr[data-year]")];

  const show = (first, last) => {
    const holds = (year) => year === 0 || (first <= year && year <= last);
    const seen = new Set();
    const tied = new Set();
    edges.update(data.edges.map((edge, number) => {
      const isThere = edge.years.some(holds);
      for (const end of [edge.from, edge.to]) {
        tied.add(end);
        if (isThere) seen.add(end);
      }
      return { id: lines[number], hidden: !isThere };
    }));
    nodes.update(data.nodes.map(({ id }) => ({ id, hidden: tied.has(id) && !seen.has(id) })));
    for (const row of rows) row.hidden = !holds(Number(row.dataset.year));
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = `${first === last ? first : `${first}–${last}`}: ${left} af ${rows.length} forhold`;
  };
  const span = () => {
    const years = [Number(from.value), Number(until.value)];
    show(Math.min(...years), Math.max(...years));
  };
  const oneYear = () => (Number(only.value) < Number(only.min) + 1 ? span() : show(Number(only.value), Number(only.value)));
  for (const select of [from, until]) {
    select.addEventListener("change", () => {
      only.value = only.min;
      span();
    });
  }
  only.addEventListener("input", oneYear);
  span();
}
