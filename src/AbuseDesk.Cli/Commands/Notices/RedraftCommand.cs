using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Compiles a further version of a notice.</summary>
public sealed class RedraftCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "The notice.");
    private readonly Option<string?> comment = Ask.Optional("--comment", "TEXT", "What was changed.");
    private readonly Option<string?> effective = Ask.Optional("--effective", "LOCAL", "When the suspension takes effect or the contract ends, as 2021-01-10T23:59.");
    private readonly Option<string?> preserve = Ask.Optional("--preserve-until", "LOCAL", "Until when the customer's data are preserved.");
    private readonly Option<string?> acknowledge = Ask.Optional("--acknowledge-by", "LOCAL", "By when receipt is to be confirmed.");
    private readonly Option<string?> actBy = Ask.Optional("--act-by", "LOCAL", "By when the customer acts.");
    private readonly Option<string[]> conditions = Ask.Many("--condition", "TEXT", "What a reinstatement asks of the customer, all of it anew; one empty text for nothing.");
    private readonly Option<string?> automated = Ask.Optional("--automated-means", "TEXT", "Which automated means were used in the decisions; empty for none.");
    private readonly Option<string?> zone = Ask.Optional("--zone", "ZONE", "The zone of all local times, a TZDB name; default the desk's.");
    private readonly Option<ContractPath?> path = Ask.Word<ContractPath>("--path", "The way to a suspension that the terms name.");

    public RedraftCommand()
        : base("redraft", "Compile the notice again from the record as it is now; an approval is void then.")
    {
        Arguments.Add(reference);
        Options.Add(comment);
        Options.Add(path);
        Options.Add(effective);
        Options.Add(preserve);
        Options.Add(acknowledge);
        Options.Add(actBy);
        Options.Add(conditions);
        Options.Add(automated);
        Options.Add(zone);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var drafted = await desk.Get<RedraftNotice>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(reference), new RedraftNoticeRequest
        {
            Comment = arguments.GetValue(comment),
            ContractPath = arguments.GetValue(path) is { } way ? Words.Of(way) : null,
            Effective = Time(effective),
            PreserveUntil = Time(preserve),
            AcknowledgeBy = Time(acknowledge),
            ActBy = Time(actBy),
            Conditions = arguments.GetValue(conditions) is { Length: > 0 } anew ? anew : null,
            AutomatedMeans = arguments.GetValue(automated),
        });
        desk.Out.Done(drafted, DraftedText.Of(drafted));
        return 0;

        PromisedTime? Time(Option<string?> option) => desk.Promised(arguments.GetValue(option), arguments.GetValue(zone));
    }
}
