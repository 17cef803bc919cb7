using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Adds evidence.</summary>
public sealed class AddCommand : DeskCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "The file." };

    public AddCommand()
        : base("add", "Keep a file as evidence.")
    {
        Arguments.Add(Source);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var file = InputFile.Get(arguments.GetRequiredValue(Source));
        var actor = await desk.ActorAsync();
        var added = await desk.Get<AddEvidence>().RunAsync(actor, await File.ReadAllBytesAsync(file, cancel), new CaptureFacts
        {
            Purpose = EvidencePurpose.Document,
            FileName = Path.GetFileName(file),
            CapturedAt = desk.Database.Now,
            CapturedBy = actor.Login,
            Method = "added on the command line",
        }, cancel);
        desk.Out.Write(added.Stored, text => text.Line($"{added.Stored.Sha256} {added.Stored.MediaType}, {added.Stored.Size} bytes"));
        return 0;
    }
}
