using System.CommandLine;
using AbuseDesk.Cli.Commands.Demo;
using AbuseDesk.Cli.Commands.Serve;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands;

/// <summary>The tree of commands: the folder path is the command.</summary>
public static class AllCommands
{
    public static RootCommand Root() => new("AbuseDesk, the abuse desk of a hosting provider.")
    {
        GlobalOptions.Data,
        GlobalOptions.As,
        GlobalOptions.Json,
        new DemoCommand(),
        new ServeCommand(),
    };
}
