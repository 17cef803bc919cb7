using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Comments on a paragraph of a notice.</summary>
public sealed class CommentCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<int?> paragraph = Ask.Number("--paragraph", "Its number, as notices comments --paragraphs prints it.");
    private readonly Option<string> text = Ask.Required("--text", "TEXT", "What you say about it.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "The version that you looked at; refused if there is a newer one. Default any." };

    public CommentCommand()
        : base("comment", "Comment on a paragraph; the notice is neither approved nor sent until it is resolved.")
    {
        paragraph.Required = true;
        Arguments.Add(reference);
        Options.Add(paragraph);
        Options.Add(text);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var ordinal = arguments.GetRequiredValue(paragraph)!.Value;
        var number = await desk.Get<CommentOnParagraph>().RunAsync(await desk.ActorAsync(), notice, ordinal, arguments.GetRequiredValue(text), arguments.GetValue(version));
        desk.Out.Done(new { noticeRef = notice, comment = number, paragraph = ordinal }, $"Comment {number} of {notice} is on paragraph {ordinal}.");
        return 0;
    }
}
