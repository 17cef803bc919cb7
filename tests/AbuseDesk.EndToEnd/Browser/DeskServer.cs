using System.Diagnostics;
using System.Text.Json;
using AbuseDesk.EndToEnd.Demo;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>The real program serving the demo, once for all browser tests, on a port that the system chose.</summary>
[SetUpFixture]
public sealed class DeskServer
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly string Data = Path.Combine(Path.GetTempPath(), "abusedesk-browser-" + Guid.NewGuid().ToString("n"));
    private static Process? process;

    public static string Address { get; private set; } = "";

    /// <summary>What the demo printed.</summary>
    public static JsonElement Demo { get; private set; }

    public static string PasswordOf(string name) => Demo.GetProperty("users").EnumerateArray()
        .Single(user => user.GetProperty("name").GetString() == name).GetProperty("password").GetString()!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var ran = await DeskProcess.RunAsync(null, "demo", "--no-serve", "--json", "--data", Data);
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Demo = JsonDocument.Parse(ran.Output).RootElement;
        process = Serve();
        using var limit = new CancellationTokenSource(Limit);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        Assert.That(line, Does.StartWith("The desk is open at http://127.0.0.1:"));
        Address = line!.Split(' ')[5].TrimEnd('.', ',');
        using var http = new HttpClient();
        Assert.That(await http.GetStringAsync(new Uri(Address + "/health"), limit.Token), Is.EqualTo("ok\n"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            using var limit = new CancellationTokenSource(Limit);
            await process.WaitForExitAsync(limit.Token);
            process.Dispose();
        }

        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private static Process Serve()
    {
        var start = new ProcessStartInfo("dotnet", [DeskProcess.Program, "serve", "--data", Data, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["ABUSEDESK_DATA", "ABUSEDESK_DATABASE", "ABUSEDESK_USER", "ABUSEDESK_WORKERS"])
            start.Environment.Remove(name);
        var started = Process.Start(start)!;
        // drained, so that the program never waits for a reader
        started.ErrorDataReceived += (_, line) => TestContext.Progress.WriteLine(line.Data);
        started.BeginErrorReadLine();
        return started;
    }
}
