"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const container = document.getElementById("picture");
const picture = new vis.Network(container, {
  nodes: new vis.DataSet(data.nodes),
  edges: new vis.DataSet(data.edges),
}, data.options);
picture.fit();
