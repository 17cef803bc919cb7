using System.Diagnostics;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>Programs of the system.</summary>
internal static class Shell
{
    /// <summary>What it printed; it must succeed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (exitCode, output) = Try(program, arguments);
        Assert.That(exitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}");
        return output;
    }

    // into a file: a server that it starts would keep a pipe open
    public static (int ExitCode, string Output) Try(string program, params string[] arguments)
    {
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>/dev/null </dev/null", "sh", output, program, .. arguments]);
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return (process.ExitCode, File.ReadAllText(output));
        }
        finally
        {
            File.Delete(output);
        }
    }
}
