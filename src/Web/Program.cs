using Wuzha.Web.CommandLine;

return await Commands.Run(args, new Terminal(Console.Out, Console.Error, Console.In));
