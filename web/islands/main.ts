import.meta.glob(["./*.island.ts", "../../src/**/*.island.ts"], { eager: true });
