using System.CommandLine;
using AbuseDesk.Cli.Commands.Items;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Drafts a notice.</summary>
public sealed class DraftCommand : DeskCommand
{
    private readonly Option<string?> caseRef = Ask.Optional("--case", "REF", "The case; needed unless a report is named.");
    private readonly Option<string?> report = Ask.Optional("--report", "REF", "The report whose reporter a receipt or decision goes to.");
    private readonly Option<NoticeKind> kind = Ask.RequiredWord("--kind", "What it is.", NoticeKinds.Drafted);
    private readonly Option<string?> effective = Ask.Optional("--effective", "LOCAL", "When the suspension takes effect or the contract ends, as 2021-01-10T23:59.");
    private readonly Option<string?> preserve = Ask.Optional("--preserve-until", "LOCAL", "Until when the customer's data are preserved.");
    private readonly Option<string?> acknowledge = Ask.Optional("--acknowledge-by", "LOCAL", "By when receipt is to be confirmed.");
    private readonly Option<string?> actBy = Ask.Optional("--act-by", "LOCAL", "By when the customer acts; needed for a plan request, default of a forwarding the time of the policy.");
    private readonly Option<string?> zone = Ask.Optional("--zone", "ZONE", "The zone of all local times, a TZDB name; default the desk's.");
    private readonly Option<ContractPath?> path = Ask.Word<ContractPath>("--path", "The way to a suspension that the terms name; a termination has one.");
    private readonly Option<string[]> items = Ask.Many("--item", "N", "Items of a forwarding, as 12 or 12-20; default all that wait.");
    private readonly Option<string[]> to = Ask.Many("--to", "ROLE", "Contacts addressed: abuse, legal, owner.");
    private readonly Option<string[]> copies = Ask.Many("--copy", "ROLE", "Contacts who get a copy.");
    private readonly Option<string[]> conditions = Ask.Many("--condition", "TEXT", "What a reinstatement asks of the customer, a sentence.");
    private readonly Option<string?> language = Ask.Optional("--language", "TAG", "The language of a receipt or decision, as fr; default that of the last letter to the reporter, else English.");
    private readonly Option<string?> automated = Ask.Optional("--automated-means", "TEXT", "Which automated means were used in the decisions, in sentences; default none.");
    private readonly Option<string?> reviewer = Ask.Optional("--reviewer", "LOGIN", "The lawyer who will approve.");

    public DraftCommand()
        : base("draft", "Compile a notice from the record.")
    {
        Options.Add(caseRef);
        Options.Add(kind);
        Options.Add(report);
        Options.Add(path);
        Options.Add(effective);
        Options.Add(preserve);
        Options.Add(acknowledge);
        Options.Add(actBy);
        Options.Add(zone);
        Options.Add(items);
        Options.Add(to);
        Options.Add(copies);
        Options.Add(conditions);
        Options.Add(language);
        Options.Add(automated);
        Options.Add(reviewer);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var drafted = await desk.Get<DraftNotice>().RunAsync(await desk.ActorAsync(), new DraftNoticeRequest
        {
            CaseRef = arguments.GetValue(caseRef) ?? "",
            ReportRef = arguments.GetValue(report),
            Kind = arguments.GetValue(kind),
            ItemNumbers = arguments.GetValue(items) is { Length: > 0 } numbers ? ItemNumbers.Read(numbers) : null,
            To = arguments.GetValue(to) is { Length: > 0 } roles ? roles : null,
            Copies = arguments.GetValue(copies) is { Length: > 0 } others ? others : null,
            ContractPath = arguments.GetValue(path) is { } way ? Words.Of(way) : null,
            Effective = Time(effective),
            PreserveUntil = Time(preserve),
            AcknowledgeBy = Time(acknowledge),
            ActBy = Time(actBy),
            Conditions = arguments.GetValue(conditions) ?? [],
            Language = arguments.GetValue(language),
            AutomatedMeans = arguments.GetValue(automated),
            Reviewer = arguments.GetValue(reviewer),
        });
        desk.Out.Done(drafted, DraftedText.Of(drafted));
        return 0;

        PromisedTime? Time(Option<string?> option) => desk.Promised(arguments.GetValue(option), arguments.GetValue(zone));
    }
}
