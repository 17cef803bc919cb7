using System.Globalization;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The customer, and the people whose names stand under the notice.</summary>
internal static class PartyGathering
{
    public static CustomerFacts Customer(GatheringContext context, LanguageFile language) => new()
    {
        Account = context.File.Case.Account,
        Name = context.File.Case.CustomerName,
        // a role that the desk's customer list made up has no words
        Addressee = language.Words.GetValueOrDefault($"role_{context.Notice.Addressee}")
            ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(context.Notice.Addressee),
        To = GatheringContext.Addresses(context.Notice.Recipients),
        Cc = GatheringContext.Addresses(context.Notice.Copies),
        Resources = context.File.Resources,
    };

    public static PersonFacts Person(GatheringContext context, string login) =>
        context.File.Staff.TryGetValue(login, out var person)
            ? new PersonFacts { Name = person.Name, Title = person.Title }
            : throw new DeskException($"There is no member of staff “{login}”; the notice must name one who is.");
}
