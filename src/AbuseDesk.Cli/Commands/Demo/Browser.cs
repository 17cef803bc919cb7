using System.ComponentModel;
using System.Diagnostics;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>Opens the person's browser, where there is one; the address is printed in any case.</summary>
internal static class Browser
{
    public static void Open(string address)
    {
        var headless = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null;
        if (headless || Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            return;
        try
        {
            using var started = Process.Start(OperatingSystem.IsLinux()
                ? new ProcessStartInfo("xdg-open", address) { RedirectStandardError = true, RedirectStandardOutput = true }
                : new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // no browser to open: the printed address is enough
        }
    }
}
