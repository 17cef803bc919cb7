using System.CommandLine;

namespace AbuseDesk.Cli.Frame;

/// <summary>A command that works on a desk: opens it, runs, and closes it.</summary>
public abstract class DeskCommand : Command
{
    protected DeskCommand(string name, string description)
        : base(name, description)
    {
        SetAction(async (arguments, cancel) =>
        {
            var settings = DeskSettings.From(Environment.GetEnvironmentVariable, arguments.GetValue(GlobalOptions.Data));
            var user = arguments.GetValue(GlobalOptions.As) ?? Environment.GetEnvironmentVariable("ABUSEDESK_USER");
            var output = new Output(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(GlobalOptions.Json));
            await using var session = new DeskSession(settings, DeskClock.For(settings), user, output);
            await OpenAsync(session, arguments);
            return await RunAsync(session, arguments, cancel);
        });
    }

    /// <summary>Opens the desk, which must be there; a command that begins one says so.</summary>
    protected virtual Task OpenAsync(DeskSession desk, ParseResult arguments) => desk.OpenAsync();

    /// <returns>The exit code: 0, or 1 where the command found what it looks for to be wrong.</returns>
    protected abstract Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel);
}
