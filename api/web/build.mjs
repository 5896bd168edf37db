// Builds the explorer into api/static: one script for each src/pages/*.ts, one style sheet, and manifest.json,
// which tells the service the names that the files were given (they carry a digest, so they may be kept for ever).
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const output = fileURLToPath(new URL("../static/", import.meta.url));
const pages = readdirSync(new URL("src/pages/", import.meta.url)).filter((name) => name.endsWith(".ts"));

/** Write manifest.json: for each entry its file, its style sheet if it has one, and the scripts to fetch early. */
function writeManifest(metafile) {
  const manifest = {};
  for (const [path, made] of Object.entries(metafile.outputs)) {
    if (made.entryPoint === undefined) continue;
    const name = basename(made.entryPoint).replace(/\.\w+$/, "");
    const early = made.imports.filter((each) => each.kind === "import-statement").map((each) => each.path);
    manifest[name] = {
      file: basename(path),
      style: made.cssBundle ? basename(made.cssBundle) : null,
      early: early.map((each) => basename(each)),
    };
  }
  const ordered = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(`${output}manifest.json`, `${JSON.stringify(ordered, null, 1)}\n`);
}

const manifest = {
  name: "manifest",
  setup(building) {
    building.onEnd((result) => {
      if (result.metafile) writeManifest(result.metafile);
    });
  },
};

const options = {
  absWorkingDir: here,
  entryPoints: [...pages.map((name) => `src/pages/${name}`), "src/style/site.css"],
  outdir: relative(here, output),
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "linked",
  loader: { ".svg": "file", ".woff2": "file", ".ttf": "file" },
  logLevel: "warning",
  plugins: [manifest],
};

rmSync(output, { recursive: true, force: true });
if (process.argv.includes("--watch")) await (await context(options)).watch();
else await build(options);
