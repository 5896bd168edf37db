import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { files: ["src/**/*.ts"], extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked] },
  { files: ["src/**/*.ts"], languageOptions: { parserOptions: { project: "./tsconfig.json" } } },
  {
    files: ["src/**/*.ts"],
    rules: {
      // Nothing is written as HTML: a label is hostile until it is text.
      "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }, { property: "insertAdjacentHTML" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["*.mjs"], extends: [js.configs.recommended], languageOptions: { globals: { process: "readonly", URL: "readonly" } } },
);
