using System.CommandLine;

return await new RootCommand("AbuseDesk, the abuse desk of a hosting provider.").Parse(args).InvokeAsync();
