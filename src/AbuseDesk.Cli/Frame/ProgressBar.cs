using Spectre.Console;

namespace AbuseDesk.Cli.Frame;

/// <summary>Shows on standard error how far a long act is, so that standard output holds nothing but its result.</summary>
public static class ProgressBar
{
    /// <param name="error">Standard error.</param>
    /// <param name="act">Reports the share done, 0 to 1 (null where nobody knows the whole), and what was done last.</param>
    public static Task<T> RunAsync<T>(TextWriter error, Func<Action<double?, string>, Task<T>> act)
    {
        // where nobody watches, the text would run into whatever is written next
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
            return act((_, _) => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask("starting", maxValue: 1);
                return await act((share, what) =>
                {
                    bar.IsIndeterminate = share is null;
                    bar.Value = share ?? 0;
                    bar.Description = Markup.Escape(what);
                });
            });
    }
}
