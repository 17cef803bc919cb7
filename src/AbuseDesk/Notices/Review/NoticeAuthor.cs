using AbuseDesk.Database;
using AbuseDesk.Mail;

namespace AbuseDesk.Notices.Review;

/// <summary>Whom the desk tells about a notice: its author. What an author who has left would have done is the leads' work.</summary>
internal static class NoticeAuthor
{
    /// <summary>Empty where nobody is left to tell.</summary>
    public static async Task<IReadOnlyList<MailParty>> ReadersAsync(DeskTransaction tx, NoticeRow notice)
    {
        var people = (await tx.QueryAsync<(string Login, string Name, string Email)>(
            "select login, name, email from staff where disabled = false and (login = @Author or ' ' || roles || ' ' like '% lead %') order by login",
            notice)).ToList();
        var author = people.Where(person => person.Login == notice.Author).ToList();
        return [.. (author.Count > 0 ? author : people).Select(person => new MailParty(person.Name, person.Email)).DistinctBy(party => party.Address)];
    }
}
