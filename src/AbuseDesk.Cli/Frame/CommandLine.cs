using System.CommandLine;

namespace AbuseDesk.Cli.Frame;

/// <summary>Runs one command line: exit code 0, 1 for what a person can put right, 2 for a command line that is wrong.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = Commands.AllCommands.Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{Problem(parsed)}. See: {Usage(parsed)} --help");
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

    private static string Problem(ParseResult parsed) => parsed.UnmatchedTokens is [var unknown, ..]
        ? $"“{Shown.Briefly(unknown)}” is not known here"
        : parsed.Errors[0].Message.TrimEnd('.');

    private static string Usage(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(result.Command is RootCommand ? "abusedesk" : result.Command.Name);
        return string.Join(' ', names);
    }
}
