using System.Net;
using System.Text;

namespace Wuzha.Platform.Sheets;

/// <summary>The parts of an .xlsx file around its sheets.</summary>
internal static class SheetParts
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string RootRelations =
        $"""{Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder(
            $"""{Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>"""
        );
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}.worksheet+xml"/>""");
        return xml.Append("</Types>").ToString();
    }

    public static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder($"""{Declaration}<Relationships xmlns="{Package}/relationships">""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Relationship Id="rId{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return xml.Append($"""<Relationship Id="rId{sheets + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>""").ToString();
    }

    public static string Workbook(IReadOnlyList<WrittenSheet> sheets)
    {
        var xml = new StringBuilder(
            $"""{Declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}"><bookViews><workbookView/></bookViews><sheets>"""
        );
        for (var i = 0; i < sheets.Count; i++)
            xml.Append($"""<sheet name="{WebUtility.HtmlEncode(sheets[i].Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>""");
        xml.Append("</sheets><definedNames>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append($"""<definedName name="_xlnm._FilterDatabase" localSheetId="{i}" hidden="1">{Table(sheets[i])}</definedName>""");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append($"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">{HeadRows(sheets[i])}</definedName>""");
        return xml.Append("</definedNames></workbook>").ToString();
    }

    private static string Table(WrittenSheet sheet) => $"{Quoted(sheet)}!$A${sheet.HeadRow}:${SheetText.Letters(sheet.Columns - 1)}${sheet.LastRow}";

    private static string HeadRows(WrittenSheet sheet) => $"{Quoted(sheet)}!${sheet.HeadRow}:${sheet.HeadRow}";

    private static string Quoted(WrittenSheet sheet) => WebUtility.HtmlEncode($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'");
}
