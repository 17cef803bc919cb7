using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Web;
using Microsoft.Extensions.Hosting;

namespace AbuseDesk.Cli.Commands.Serve;

/// <summary>Runs the web desk and its workers until it is stopped.</summary>
public sealed class ServeCommand : Command
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

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
        try
        {
            await web.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new DeskException($"The desk cannot listen on {urls} ({e.Message}); choose another address with --urls.", e);
        }

        await output.WriteLineAsync($"The desk is open at {string.Join(", ", web.Urls)}. Stop it with Ctrl+C.");
        await web.WaitForShutdownAsync(cancel);
    }
}
