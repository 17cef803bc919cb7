using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Redrafts a notice.</summary>
public sealed class RedraftCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    private static readonly Option<string?> Comment = new("--comment")
    {
        Description = "What changed.",
        HelpName = "TEXT",
    };

    public RedraftCommand()
        : base("redraft", "Compile a further version of a notice from the record as it is now.")
    {
        Arguments.Add(Ref);
        Options.Add(Comment);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var drafted = await desk.Get<RedraftNotice>().RunAsync(
            await desk.ActorAsync(), arguments.GetRequiredValue(Ref), new RedraftNoticeRequest { Comment = arguments.GetValue(Comment) });
        desk.Out.Write(drafted, text => text.Line($"Compiled version {drafted.Version} of {drafted.Ref}, {drafted.Pages} pages."));
        return 0;
    }
}
