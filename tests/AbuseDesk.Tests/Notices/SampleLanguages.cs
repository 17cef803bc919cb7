using System.Text.RegularExpressions;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of a sample as they are gathered for a contact who speaks another language.</summary>
internal static partial class SampleLanguages
{
    public static NoticeFacts In(this NoticeFacts facts, string language)
    {
        if (language == facts.Language)
            return facts;
        var moved = FactsText.Read(MomentLanguage().Replace(FactsText.Write(facts), $"$1{language}\"")) with { Language = language };
        var policy = new PolicyWords(DeskSettings.From(name => name == "ABUSEDESK_TEMPLATES" ? NoticeTexts.TemplatesFolder : null));
        var words = new TemplateLibrary(NoticeTexts.TemplatesFolder).WordsOf(language);
        string Name(string name) => policy.InLanguage(new CriterionFacts { Name = name, Question = "" }, language).Name;
        return moved with
        {
            Provider = Brand.Read(NoticeTexts.TemplatesFolder).ToFacts(moved.ActBy?.Provider ?? moved.Measure?.Effective.Provider ?? moved.Date),
            Customer = facts.Customer is { } customer ? customer with { Addressee = words.Word("role_legal") } : null,
            Conduct = facts.Conduct is null ? null : policy.Conduct("violence", language),
            PlanRequest = moved.PlanRequest is { } request ? request with { Criteria = [.. policy.PlanCriteria().Select(criterion => policy.InLanguage(criterion, language))] } : null,
            Assessment = moved.Assessment is { } assessment ? assessment with { Criteria = [.. assessment.Criteria.Select(criterion => criterion with { Name = Name(criterion.Name) })] } : null,
            NextSteps = [.. moved.NextSteps.Select(next => next with { Condition = words.Word("if_removed_under").Replace("{percent}", "80", StringComparison.Ordinal) })],
        };
    }

    [GeneratedRegex(@"(Z [A-Za-z_/]+ )en""")]
    private static partial Regex MomentLanguage();
}
