using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Plans;

/// <summary>Records a plan.</summary>
public sealed class ReceiveCommand : DeskCommand
{
    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    private static readonly Option<string> Source = new("--file")
    {
        Description = "The plan.",
        HelpName = "FILE",
        Required = true,
    };

    public ReceiveCommand()
        : base("receive", "Record the plan that a customer sent.")
    {
        Options.Add(Case);
        Options.Add(Source);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var file = InputFile.Get(arguments.GetRequiredValue(Source));
        await desk.Get<ReceivePlan>().RunAsync(
            await desk.ActorAsync(), arguments.GetRequiredValue(Case), await File.ReadAllBytesAsync(file, cancel), Path.GetFileName(file), desk.Database.Now);
        desk.Out.Write(new { file }, text => text.Line("The plan is on record; assess it next."));
        return 0;
    }
}
