// One script for all pages: every island beside its module, and those of the frame here.
import.meta.glob(["./*.island.ts", "../../src/**/*.island.ts"], { eager: true });
