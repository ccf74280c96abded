import { defineConfig } from "vite";

// The pages are made by the server, so the names stay stable here; ASP.NET adds the fingerprint.
export default defineConfig({
  base: "/dist/",
  build: {
    outDir: "../src/Web/wwwroot/dist",
    emptyOutDir: true,
    target: ["chrome86", "safari14"],
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { islands: "islands/main.ts", site: "styles/site.scss", notice: "residents/notice.ts", resident: "styles/resident.scss" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
  css: {
    // Bootstrap 5.3 still speaks Sass of before modules; the warnings are about its files, not ours.
    preprocessorOptions: {
      scss: { quietDeps: true, silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"] },
    },
  },
});
