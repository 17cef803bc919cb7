using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Evidence;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Evidence;

/// <summary>Adds a file as evidence.</summary>
public sealed class AddCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE", "The file.");
    private readonly Option<EvidencePurpose?> purpose = Ask.Word<EvidencePurpose>("--purpose", "Default document; a screenshot must be an image.");
    private readonly Option<string?> source = Ask.Optional("--source", "URL", "What it shows.");
    private readonly Option<Instant?> at = Ask.Instant("--captured", "When it was captured; default now.");
    private readonly Option<string?> by = Ask.Optional("--captured-by", "NAME", "Who or what captured it; default who acts.");

    public AddCommand()
        : base("add", "Keep a file as evidence, byte for byte.")
    {
        Arguments.Add(file);
        Options.Add(purpose);
        Options.Add(source);
        Options.Add(at);
        Options.Add(by);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var path = arguments.GetRequiredValue(file);
        var added = await desk.Get<AddEvidence>().RunAsync(actor, Files.Read(path), new CaptureFacts
        {
            Purpose = arguments.GetValue(purpose) ?? EvidencePurpose.Document,
            FileName = Path.GetFileName(path),
            SourceUrl = arguments.GetValue(source),
            CapturedAt = arguments.GetValue(at) ?? desk.Database.Now,
            CapturedBy = arguments.GetValue(by) ?? actor.Login,
            Method = Screenshot.Method,
        }, cancel);
        desk.Out.Done(added.Stored, $"{added.Stored.Sha256}  {added.Stored.MediaType}, {Counted.Of(added.Stored.Size, "byte")}");
        return 0;
    }
}
