using System.CommandLine;
using System.Data.Common;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Shows the clauses of a version, or one clause as it was in force.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string?> version = new("VERSION") { Description = "As 2020-12-01; without it, the version in force.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> clause = Ask.Optional("--clause", "N", "Only this clause, with its text.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "In force at this instant instead of now.");

    public ShowCommand()
        : base("show", "Show the clauses of a version, or those in force at an instant.")
    {
        Arguments.Add(version);
        Options.Add(clause);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var moment = arguments.GetValue(at) ?? desk.Database.Now;
        var (terms, clauses) = await desk.Database.ReadAsync(connection => ReadAsync(connection, arguments.GetValue(version), moment), cancel);
        if (arguments.GetValue(clause) is { } number)
        {
            var wanted = number.Trim().TrimStart('§').Trim();
            clauses = [clauses.FirstOrDefault(one => one.Number == wanted) ?? throw new DeskException($"Version {terms.Version} has no clause {Shown.Briefly(number)}; terms show {terms.Version} lists them.")];
        }

        var document = new { terms = TermsView.Of(terms), clauses = clauses.Select(one => new { one.Number, one.Heading, one.Topic, one.Body }) };
        desk.Out.Write(document, text =>
        {
            text.Line($"{terms.Title}, version {terms.Version}, in force from {desk.At(terms.EffectiveAt)}{(terms.InForceUntil is { } until ? $" until {desk.At(until)}" : "")}");
            if (clauses is [var only])
                text.Line($"\n{only.Number} {only.Heading}\n\n{only.Body}");
            else
                text.Table(["Clause", "Heading", "Topic"], clauses.Select(one => (IReadOnlyList<string?>)[one.Number, one.Heading, one.Topic]));
        });
        return 0;
    }

    private static async Task<(TermsVersion, IReadOnlyList<Clause>)> ReadAsync(DbConnection connection, string? version, Instant at)
    {
        var terms = version is null ? await TermsRecords.GetInForceAsync(connection, at) : await TermsRecords.GetAsync(connection, version);
        return (terms, await ClausesInForce.OfVersionAsync(connection, terms.Id));
    }
}
