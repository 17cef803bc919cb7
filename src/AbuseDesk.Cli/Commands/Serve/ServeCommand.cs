using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Database;
using AbuseDesk.Web;
using AbuseDesk.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AbuseDesk.Cli.Commands.Serve;

/// <summary>Runs the web desk and its workers until it is stopped.</summary>
public sealed class ServeCommand : Command
{
    private static readonly Option<string> Urls = Ask.Address("http://127.0.0.1:5080", "Where to listen.");

    public ServeCommand()
        : base("serve", "Run the web desk and its workers.")
    {
        Options.Add(Urls);
        SetAction(async (arguments, cancel) =>
        {
            var settings = DeskSettings.From(Environment.GetEnvironmentVariable, arguments.GetValue(GlobalOptions.Data));
            await RunAsync(settings, arguments.GetRequiredValue(Urls), arguments.InvocationConfiguration.Output, cancel);
            return 0;
        });
    }

    /// <summary>Serves a desk; over the data of a demo the clock goes on where its story ended.</summary>
    internal static async Task RunAsync(DeskSettings settings, string urls, TextWriter output, CancellationToken cancel)
    {
        await using var web = WebDesk.Build(["--urls", urls], settings, DeskClock.For(settings));
        if (!await web.Services.GetRequiredService<DataFolder>().IsThereAsync())
            await output.WriteLineAsync($"There was no desk in {settings.DataFolder}: a new one is made there. Add its first admin with “abusedesk users add”.");
        await web.ListenAsync(cancel);
        await output.WriteLineAsync($"The desk is open at {string.Join(", ", web.Urls)}. Stop it with Ctrl+C.");
        await web.WaitForShutdownAsync(cancel);
    }
}
