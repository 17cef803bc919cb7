using System.Xml.Linq;
using AbuseDesk.Database;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AbuseDesk.Web.SignIn;

/// <summary>The keys of cookies and forms, in the database: every node reads the same, and a restart signs nobody out.</summary>
internal sealed class KeyRing(DeskDatabase database) : IXmlRepository
{
    // data protection knows no asynchronous repository; both run rarely
    public IReadOnlyCollection<XElement> GetAllElements() => database
        .ReadAsync(connection => connection.QueryAsync<string>("select xml from data_protection_keys"))
        .GetAwaiter().GetResult()
        .Select(XElement.Parse).ToList();

    public void StoreElement(XElement element, string friendlyName) => database
        .WriteAsync(tx => tx.ExecuteAsync(
            "insert into data_protection_keys (name, xml) values (@name, @xml)",
            new { name = friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }))
        .GetAwaiter().GetResult();
}
