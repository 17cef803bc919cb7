using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Drafts a notice.</summary>
public sealed class DraftCommand : DeskCommand
{
    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    private static readonly Option<string> Kind = new("--kind")
    {
        Description = "forwarding, warning, plan-request or suspension.",
        HelpName = "KIND",
        Required = true,
    };

    private static readonly Option<string?> ZoneName = new("--zone")
    {
        Description = "Zone of the times given; default: the desk's.",
        HelpName = "ZONE",
    };

    private static readonly Option<string?> Effective = new("--effective")
    {
        Description = "When a suspension takes effect, local time.",
        HelpName = "LOCAL",
    };

    private static readonly Option<string?> Preserve = new("--preserve-until")
    {
        Description = "Until when the data are kept, local time.",
        HelpName = "LOCAL",
    };

    private static readonly Option<string?> Acknowledge = new("--acknowledge-by")
    {
        Description = "By when receipt is confirmed, local time.",
        HelpName = "LOCAL",
    };

    private static readonly Option<string?> ActBy = new("--act-by")
    {
        Description = "By when the customer acts, local time.",
        HelpName = "LOCAL",
    };

    private static readonly Option<string?> ContractPath = new("--path")
    {
        Description = "cure or immediate.",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Reviewer = new("--reviewer")
    {
        Description = "Login of the lawyer who will approve.",
        HelpName = "USER",
    };

    public DraftCommand()
        : base("draft", "Compile a notice from the record.")
    {
        Options.Add(Case);
        Options.Add(Kind);
        Options.Add(ZoneName);
        Options.Add(Effective);
        Options.Add(Preserve);
        Options.Add(Acknowledge);
        Options.Add(ActBy);
        Options.Add(ContractPath);
        Options.Add(Reviewer);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var zone = arguments.GetValue(ZoneName) ?? desk.Zone.Id;
        PromisedTime? Time(Option<string?> option) => arguments.GetValue(option) is { } local ? PromisedTime.Parse(local, zone) : null;
        var drafted = await desk.Get<DraftNotice>().RunAsync(await desk.ActorAsync(), new DraftNoticeRequest
        {
            CaseRef = arguments.GetRequiredValue(Case),
            Kind = Words.Parse<NoticeKind>(arguments.GetRequiredValue(Kind)),
            ContractPath = arguments.GetValue(ContractPath),
            Effective = Time(Effective),
            PreserveUntil = Time(Preserve),
            AcknowledgeBy = Time(Acknowledge),
            ActBy = Time(ActBy),
            Reviewer = arguments.GetValue(Reviewer),
        });
        desk.Out.Write(drafted, text => text.Line($"Drafted {drafted.Ref}, {drafted.Pages} pages."));
        return 0;
    }
}
