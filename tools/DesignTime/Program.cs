// Nothing to run: `dotnet ef` loads this assembly for DesignTimeDb. See tools/migrate.
return 0;
