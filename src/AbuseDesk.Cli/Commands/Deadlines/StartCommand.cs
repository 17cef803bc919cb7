using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Records an event from which deadlines are counted.</summary>
public sealed class StartCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<AnchorEvent> happened = Ask.RequiredWord<AnchorEvent>("--event", "What happened.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "When; default now.");
    private readonly Option<string?> note = Ask.Optional("--note", "TEXT", "How it is known, for the journal.");

    public StartCommand()
        : base("start", "Record what happened on a case, and start the deadlines that the rules count from it.")
    {
        Options.Add(caseRef);
        Options.Add(happened);
        Options.Add(at);
        Options.Add(note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var started = await desk.Get<RecordEvent>().RunAsync(
            await desk.ActorAsync(), arguments.GetRequiredValue(caseRef), arguments.GetRequiredValue(happened), arguments.GetValue(at), arguments.GetValue(note));
        var deadlines = new List<DeadlineDetails>();
        foreach (var one in started)
            deadlines.Add(await desk.Get<FindDeadline>().GetAsync(one));
        desk.Out.Write(new { deadlines }, text =>
        {
            foreach (var deadline in deadlines)
                text.Line($"{deadline.Ref}: {deadline.ToDo}. {deadline.Explanation}");
        });
        return 0;
    }
}
