using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;
using AbuseDesk.Staff;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>Plays the story on a clock that it sets, through the use cases that pages and commands call.</summary>
internal sealed class StoryPlayer(DeskSession desk, Story story, ScriptedClock clock)
{
    private readonly StoryDesk stage = new(desk, story);
    private readonly Dictionary<string, Actor> people = [];

    /// <param name="passwords">Password by login.</param>
    /// <param name="progress">Told after each act how much of the story is played, 0 to 1, and what was done.</param>
    public async Task<StoryDesk> RunAsync(IReadOnlyDictionary<string, string> passwords, Action<double, string> progress)
    {
        await HireAsync(passwords);
        var acts = Acts();
        for (var i = 0; i < acts.Count; i++)
        {
            await AdvanceAsync(acts[i].At);
            await acts[i].Play();
            await WorkAsync();
            progress((i + 1) / (double)acts.Count, acts[i].What);
        }

        return stage;
    }

    private List<(Instant At, string What, Func<Task> Play)> Acts()
    {
        var steps = new StorySteps(desk, story, stage);
        var filed = stage.Items.Select(item => (
            At: item.Seen + Duration.FromMinutes(story.Items.FiledAfterMinutes),
            What: $"item {item.Number} filed",
            Play: (Func<Task>)(() => FileAsync(item))));
        var acted = story.Steps.Select(step => (
            At: PromisedTime.Parse(step.At, story.Zone).Instant,
            What: step.Do.Replace('-', ' '),
            Play: (Func<Task>)(() => steps.PlayAsync(step, step.As.Length == 0 ? Actor.Worker : people[step.As]))));
        return [.. filed.Concat(acted).OrderBy(act => act.At)];
    }

    /// <summary>Moves the clock on, stopping wherever the workers would have had something to do.</summary>
    private async Task AdvanceAsync(Instant until)
    {
        while (await stage.NextWorkAsync() is { } next && next < until)
        {
            clock.Now = next > clock.Now ? next : clock.Now;
            await WorkAsync();
            if (await stage.NextWorkAsync() == next)
                break;
        }

        clock.Now = until;
    }

    private Task WorkAsync() => stage.WorkAsync();

    private async Task HireAsync(IReadOnlyDictionary<string, string> passwords)
    {
        // an admin first: only an admin can add the others
        foreach (var person in story.Staff.OrderByDescending(person => person.Roles.Contains("admin")))
        {
            var actor = people.Values.FirstOrDefault(known => known.Is(Role.Admin)) ?? Actor.Operator;
            await desk.Get<AddStaff>().RunAsync(actor, new NewStaffMember
            {
                Login = person.Login,
                Name = person.Name,
                Title = person.Title,
                Email = person.Email,
                Zone = person.Zone,
                Roles = [.. person.Roles.Select(Words.Parse<Role>)],
                Password = passwords[person.Login],
            });
            people[person.Login] = await desk.Get<GetActor>().RunAsync(person.Login);
        }
    }

    private async Task FileAsync(StoryItem item)
    {
        var file = Path.Combine(story.PathOf(story.Items.Screenshots), item.Screenshot);
        var filed = await desk.Get<FileReport>().RunAsync(people[item.CapturedBy], new FileReportRequest
        {
            Url = item.Url,
            SeenAt = item.Seen,
            Clause = item.Clause,
            Severity = Words.Parse<Severity>(item.Severity),
            Excerpt = item.Excerpt,
            Source = item.Own ? ReportSource.Own : ReportSource.Form,
            ReporterName = item.Own ? null : $"Reader {item.Number}",
            ReporterEmail = item.Own ? null : $"reader{item.Number}@watch.example",
            CaseTitle = story.Title,
            Screenshots =
            [
                new NewScreenshot
                {
                    Bytes = await File.ReadAllBytesAsync(file),
                    FileName = item.Screenshot,
                    CapturedAt = item.Seen,
                    CapturedBy = item.CapturedBy,
                    Method = "whole page from the browser",
                },
            ],
        });
        stage.Filed(item, filed);
    }
}
