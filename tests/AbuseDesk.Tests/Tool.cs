using System.ComponentModel;
using System.Diagnostics;

namespace AbuseDesk.Tests;

/// <summary>Programs of the system that judge what the desk writes: openssl, pdftoppm, qpdf, zbarimg.</summary>
internal static class Tool
{
    /// <summary>What the program said on standard output; it must succeed. Ignores the test where there is no such program.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (exitCode, output, error) = Try(program, arguments);
        Assert.That(exitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}: {error}{output}");
        return output;
    }

    /// <summary>How the program ended and what it said. Ignores the test where there is no such program; fails it where everything is required.</summary>
    public static (int ExitCode, string Output, string Error) Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            var missing = $"There is no {program}; tests/run installs it on Debian as root.";
            if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_REQUIRE") == "all") Assert.Fail(missing);
            Assert.Ignore(missing);
            throw;
        }
    }
}
