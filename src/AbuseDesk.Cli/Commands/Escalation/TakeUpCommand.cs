using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Escalation;

namespace AbuseDesk.Cli.Commands.Escalation;

/// <summary>Follows the proposal of the ladder.</summary>
public sealed class TakeUpCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<EscalationStep?> step = Ask.Word<EscalationStep>("--step", "Only if this is what is proposed.");

    public TakeUpCommand()
        : base("take-up", "Decide to follow the proposal; its facts go into the journal.")
    {
        Options.Add(caseRef);
        Options.Add(step);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var taken = await desk.Get<TakeUpProposal>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(caseRef), arguments.GetValue(step));
        desk.Out.Done(taken, $"Taken up: {taken.Title}.");
        return 0;
    }
}
