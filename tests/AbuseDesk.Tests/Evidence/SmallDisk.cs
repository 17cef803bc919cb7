using System.Diagnostics;

namespace AbuseDesk.Tests.Evidence;

/// <summary>
/// A disk of one megabyte, mounted while a test runs. Only root on Linux can mount: elsewhere the test is skipped,
/// or fails if <c>ABUSEDESK_TEST_REQUIRE=all</c>.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("abusedesk-disk-").FullName;

    public SmallDisk()
    {
        var error = OperatingSystem.IsLinux() ? Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) : "this is not Linux";
        if (error is null) return;
        Directory.Delete(folder);
        Missing.Part($"A small disk cannot be mounted here ({error.Trim()}); run the tests as root on Linux.");
    }

    public string Folder => folder;

    public void MakeReadOnly() => Assert.That(Run("mount", "-o", "remount,ro", folder), Is.Null);

    public void Dispose()
    {
        Assert.That(Run("umount", folder), Is.Null);
        Directory.Delete(folder);
    }

    /// <summary>Null where the command succeeded, else what it said.</summary>
    private static string? Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
