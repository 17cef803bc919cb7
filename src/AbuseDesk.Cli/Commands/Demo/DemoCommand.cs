using System.CommandLine;
using AbuseDesk.Cli.Commands.Serve;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>Plays the sample case into an empty data folder, then opens the desk on it.</summary>
public sealed class DemoCommand : Command
{
    private static readonly Option<bool> NoServe = new("--no-serve") { Description = "Play the case and stop, without opening the desk." };

    private static readonly Option<string> Urls = Ask.Address("", "Where the desk listens afterwards.");

    public DemoCommand()
        : base("demo", "Play the whole sample case, from the first report to the suspension, then open the desk.")
    {
        Options.Add(NoServe);
        Options.Add(Urls);
        SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        // the demo plays in the past, when no certificate of today was valid
        var settings = DeskSettings.From(Environment.GetEnvironmentVariable, arguments.GetValue(GlobalOptions.Data)) with { Seal = null };
        var output = new Output(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(GlobalOptions.Json));
        var story = Story.Read(Path.Combine(AppContext.BaseDirectory, "samples", "social-network"));
        var clock = new ScriptedClock(PromisedTime.Parse(story.Steps[0].At, story.Zone).Instant);
        await using (var desk = new DeskSession(settings, clock, user: null, output))
        {
            await desk.BeginAsync();
            var (result, again) = await PlayAsync(desk, story, clock);
            DemoText.Write(output, result, again, settings);
        }

        if (!arguments.GetValue(NoServe))
            await ServeAsync(settings, arguments, cancel);
        return 0;
    }

    private static async Task<(DemoResult Result, bool Again)> PlayAsync(DeskSession desk, Story story, ScriptedClock clock)
    {
        var staff = await desk.Get<ListStaff>().RunAsync();
        if (DemoRecord.Find(desk.Settings) is { } known && staff.Count > 0)
        {
            // figures are counted as of now, and now is where the story ended
            clock.Now = known.StoryEnds;
            return (await DemoResult.ReadAsync(desk, known, new Dictionary<string, string>()), true);
        }

        if (staff.Count > 0)
            throw new DeskException($"{desk.Settings.DataFolder} holds a desk that is no finished demo, and the demo would mix with it; name an empty folder with --data.");
        var passwords = story.Staff.ToDictionary(person => person.Login, _ => Passwords.Generate());
        var stage = await ProgressBar.RunAsync(desk.Out.Error, progress => new StoryPlayer(desk, story, clock).RunAsync(passwords, (share, what) => progress(share, what)));
        var record = new DemoRecord(clock.Now, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), stage.CaseRef, stage.NoticeRef);
        var result = await DemoResult.ReadAsync(desk, record, passwords);
        record.Keep(desk.Settings);
        return (result, false);
    }

    private static async Task ServeAsync(DeskSettings settings, ParseResult arguments, CancellationToken cancel)
    {
        var urls = arguments.GetValue(Urls) is { Length: > 0 } given ? given : FreeAddress.Near(5080);
        Browser.Open(urls);
        await ServeCommand.RunAsync(settings, urls, arguments.InvocationConfiguration.Output, cancel);
    }
}
