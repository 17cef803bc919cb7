using System.Diagnostics;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>What one run of the program said.</summary>
public sealed record Ran(int ExitCode, string Output, string Error);

/// <summary>Runs the real program, bounded in time.</summary>
public static class DeskProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static string Program => Path.Combine(AppContext.BaseDirectory, "abusedesk.dll");

    /// <param name="database">Connection string; null for the default of the data folder.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<Ran> RunAsync(string? database, params string[] arguments) =>
        RunWithAsync(database is null ? [] : new Dictionary<string, string> { ["ABUSEDESK_DATABASE"] = database }, arguments);

    /// <param name="settings">Of the environment.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<Ran> RunWithAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ABUSEDESK_DATA");
        start.Environment.Remove("ABUSEDESK_USER");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"abusedesk {string.Join(' ', arguments)} did not end within {Limit.TotalMinutes} minutes.");
        }

        return new Ran(process.ExitCode, await output, await error);
    }
}
