using System.Collections.Concurrent;
using System.Diagnostics;
using AbuseDesk.EndToEnd.Demo;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>One node: the real program, serving with its workers on a port that the system chose.</summary>
internal sealed class DeskNode : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = [];

    private DeskNode(Process process) => this.process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What it wrote to standard error.</summary>
    public IReadOnlyCollection<string> Log => log;

    public bool HasEnded => process.HasExited;

    public static async Task<DeskNode> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [DeskProcess.Program, "serve", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ABUSEDESK_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var node = new DeskNode(Process.Start(start)!);
        // drained, so that the program never waits for a reader
        node.process.ErrorDataReceived += (_, line) => node.log.Enqueue(line.Data ?? "");
        node.process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        while (await node.process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("The desk is open at ", StringComparison.Ordinal)) continue;
            node.Address = new Uri(line.Split(' ')[5].TrimEnd('.', ','));
            return node;
        }

        throw new AssertionException($"The node did not start: {string.Join('\n', node.log)}");
    }

    /// <summary>Ends it as a pulled plug would: SIGKILL on Linux.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
