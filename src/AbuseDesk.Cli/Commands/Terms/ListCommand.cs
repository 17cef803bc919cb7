using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Lists terms.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the published versions of the terms.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var versions = await desk.Database.ReadAsync(TermsRecords.ListAsync, cancel);
        desk.Out.Write(versions, text => text.Table(
            ["Version", "Title", "In force from"], versions.Select(row => (IReadOnlyList<string?>)[row.Version, row.Title, desk.Say(row.EffectiveAt)])));
        return 0;
    }
}
