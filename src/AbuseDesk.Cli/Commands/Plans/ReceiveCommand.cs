using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Plans;

/// <summary>Records the plan that a customer sent.</summary>
public sealed class ReceiveCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<string> file = Ask.Required("--file", "FILE", "The plan, byte for byte.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "When it came in; default now.");

    public ReceiveCommand()
        : base("receive", "Record the plan that a customer sent, as they sent it.")
    {
        Options.Add(caseRef);
        Options.Add(file);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (reference, path) = (arguments.GetRequiredValue(caseRef), arguments.GetRequiredValue(file));
        var received = arguments.GetValue(at) ?? desk.Database.Now;
        await desk.Get<ReceivePlan>().RunAsync(await desk.ActorAsync(), reference, Files.Read(path), Path.GetFileName(path), received);
        desk.Out.Done(new { caseRef = reference, file = Path.GetFileName(path), receivedAt = received }, $"The plan for {reference} is on record, received {desk.At(received)}.");
        return 0;
    }
}
