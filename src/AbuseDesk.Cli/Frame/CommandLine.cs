using System.CommandLine;

namespace AbuseDesk.Cli.Frame;

/// <summary>Runs one command line: exit code 0, 1 for what a person can put right, 2 for a command line that is wrong.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = Commands.AllCommands.Root().Parse(arguments);
        if (Mistake.In(parsed) is { } mistake)
        {
            await error.WriteLineAsync($"{mistake} See: {Usage(parsed)} --help");
            return 2;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (DeskException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"A file or folder cannot be used: {wrong.Message.TrimEnd('.')}. No act is written in part; acts that were done before it are kept.");
            return 1;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped; what was done before is kept.");
            return 1;
        }
#pragma warning disable CA1031 // the last stop before a person: they get one sentence, the log file gets the rest
        catch (Exception unexpected)
        {
            await error.WriteLineAsync(UnexpectedFailure.Record(unexpected, parsed.GetValue(GlobalOptions.Data)));
            return 1;
        }
#pragma warning restore CA1031
    }

    private static string Usage(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(result.Command is RootCommand ? "abusedesk" : result.Command.Name);
        return string.Join(' ', names);
    }
}
