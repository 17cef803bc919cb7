using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Shows the clauses of a version.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Version = new("VERSION") { Description = "As 2020-12-01." };

    public ShowCommand()
        : base("show", "Show the clauses of a version of the terms.")
    {
        Arguments.Add(Version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var clauses = await desk.Database.ReadAsync(async connection =>
            await ClausesInForce.OfVersionAsync(connection, (await TermsRecords.GetAsync(connection, arguments.GetRequiredValue(Version))).Id), cancel);
        desk.Out.Write(clauses, text => text.Table(["Clause", "Heading"], clauses.Select(row => (IReadOnlyList<string?>)[row.Number, row.Heading])));
        return 0;
    }
}
